import { type ComponentType, createElement } from "react";
import type { Feature } from "../../lib/feature.ts";
import type { EntryFilesProps } from "../../lib/use-entry-files.ts";

interface LetterParts {
  readonly EntryFiles: ComponentType<EntryFilesProps>;
}

/** Letters: writing the answer, and what the organ's letters say. The letters of a case stand on its page. */
export function lettersWith(loadParts: () => Promise<LetterParts>): Feature {
  return {
    menu: [{ label: "文书模板", path: "letter-templates", group: "office", where: "organ", roles: ["officeHead", "administrator"] }],
    organPages: [
      {
        path: "applications/$application/reply",
        title: "拟写答复",
        under: "applications",
        load: async () => {
          const [{ ReplyPage }, { EntryFiles }] = await Promise.all([import("./pages/ReplyPage.tsx"), loadParts()]);
          return { Page: () => createElement(ReplyPage, { EntryFiles }) };
        },
      },
      { path: "letter-templates", title: "文书模板", load: () => import("./pages/TemplatesPage.tsx") },
      { path: "letter-templates/$kind", title: "修改文书模板", under: "letter-templates", load: () => import("./pages/TemplatePage.tsx") },
    ],
  };
}
