import { type AddCaseFiles, CaseFileList, CaseFilesAdded, KeptAttachment } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { Http } from "../../../lib/http.ts";

export const caseFilesKey = (agency: string, application: string) => ["case-files", agency, application] as const;

/** Files that officers put to a case, and how large one may be. */
export function caseFilesQuery(http: Http, agency: string, application: string) {
  return queryOptions({
    queryKey: caseFilesKey(agency, application),
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/applications/${application}/files`, CaseFileList, signal),
  });
}

/** Address of a file that stands in a case. */
export function fileAddress(agency: string, sha256: string): string {
  return `/api/v1/agencies/${agency}/files/${sha256}`;
}

/** Address of the list of all papers of a case. */
export function archiveListAddress(agency: string, application: string): string {
  return `/api/v1/agencies/${agency}/applications/${application}/archive-list`;
}

/** Takes a file in; until an act or `addCaseFiles` names it, nobody can fetch it. */
export function uploadFile(http: Http, agency: string, file: File, belongsTo: "office" | "applicant") {
  const form = new FormData();
  form.append("belongsTo", belongsTo); // before the file, as the server reads on
  form.append("file", file, file.name);
  return http.sendForm(`/agencies/${agency}/files`, form, KeptAttachment);
}

export function addCaseFiles(http: Http, agency: string, application: string, body: AddCaseFiles, key: string) {
  return http.send("POST", `/agencies/${agency}/applications/${application}/files`, { body, answer: CaseFilesAdded, key });
}
