import { type OutcomeCode, plainDate } from "@gongkai/statute";
import { printedRemedy } from "./consequences.ts";
import type { LetterAgency, LetterApplication, LetterFacts } from "./letter-facts.ts";
import type { LetterKind } from "./letter-kind.ts";
import { getLetterKind } from "./letter-kinds.ts";

/** A made-up organ with everything its letters need. */
export const AN_AGENCY: LetterAgency = {
  name: "云溪县教育局",
  mark: "云教公开",
  remedyKind: "department",
  governmentAbove: "云溪县人民政府",
  contact: {
    office: "云溪县教育局政务公开办公室",
    address: "云溪县文昌路1号",
    postcode: "000000",
    telephone: "0000-0000000",
    hours: "工作日8:30至12:00、14:00至17:30",
  },
  settings: {
    court: "云溪县人民法院",
    payment: "凭本通知到云溪县行政服务中心收费窗口缴纳，或者登录云溪县财政非税收入平台缴纳，开具财政票据。",
  },
};

/** An application received on Monday 2 March 2026. */
export const AN_APPLICATION: LetterApplication = {
  registration: "2026-0001",
  receivedOn: plainDate("2026-03-02"),
  channel: "inPerson",
  correctedOn: null,
  dueOn: plainDate("2026-03-30"),
  applicant: {
    name: "申请人甲",
    kind: "natural",
    paper: "居民身份证 110101199001010015",
    telephone: "010-00000000",
    address: "云溪县文昌路2号",
  },
  request: {
    title: "云溪县2025年学校校舍安全检查结果",
    description: "",
    documentNumber: null,
    period: "2025年1月至12月",
    carrier: "paper",
    delivery: "collect",
  },
  unit: "基建科",
  correctionAsked: null,
  feeNotified: null,
  consultation: null,
  objectedOn: null,
  reply: null,
  earlierReply: null,
};

export function someFacts(rest: Partial<LetterFacts> = {}): LetterFacts {
  return {
    on: plainDate("2026-03-16"),
    number: "云教公开〔2026〕7号",
    code: "K7Q2-M9TX",
    agency: AN_AGENCY,
    addressee: { name: "申请人甲", kind: "person" },
    application: AN_APPLICATION,
    answer: null,
    isServedOnline: false,
    fields: {},
    ...rest,
  };
}

/** Facts that make the letter of an outcome complete. */
export function answerFacts(outcome: OutcomeCode, { on = "2026-03-16", article }: { on?: string; article?: string } = {}): LetterFacts {
  const date = plainDate(on);
  const named = article ?? (outcome === "partial" ? "第三十七条、第十五条" : null);
  const sent = { on: plainDate("2026-03-09"), number: "云教公开补〔2026〕2号" };
  return someFacts({
    on: date,
    ...(outcome === "otherHandling.misc" ? { addressee: { name: "申请人甲", kind: "file" }, number: null, code: null } : {}),
    answer: { outcome, article: named, remedy: printedRemedy(outcome, date, named) },
    application: {
      ...AN_APPLICATION,
      ...(outcome === "unavailable.unclear" ? { correctedOn: plainDate("2026-03-11") } : {}),
      ...(outcome === "denied.thirdParty" ? { objectedOn: plainDate("2026-03-12") } : {}),
      ...(outcome === "otherHandling.uncorrected" ? { correctionAsked: { ...sent, by: plainDate("2026-03-13") } } : {}),
      ...(outcome === "otherHandling.unpaid" ? { feeNotified: { ...sent, number: "云教公开费〔2026〕1号", amount: 380 } } : {}),
      ...(outcome === "unhandled.duplicate" ? { earlierReply: { on: plainDate("2026-01-20"), number: "云教公开〔2026〕3号" } } : {}),
    },
    fields: answerFields(outcome),
  });
}

function answerFields(outcome: OutcomeCode): LetterFacts["fields"] {
  switch (outcome) {
    case "alreadyPublic":
      return { access: "登录云溪县人民政府网站“政府信息公开”专栏，在“教育”类中查看、下载。" };
    case "partial":
      return {
        disclosed: "校舍安全检查的总体情况、存在的问题和整改要求",
        withheld: "附件中学生及其监护人的姓名、住址和联系电话",
        reason: "附件所载学生及其监护人的姓名、住址和联系电话属于个人隐私，公开会对其合法权益造成损害。",
        attachments: "《校舍安全检查情况通报》（遮盖个人信息）1份",
      };
    case "denied.inquiry":
      return { access: "依照不动产登记资料查询的有关规定，向云溪县不动产登记中心申请查询。" };
    case "nonexistent":
      return { search: "2026年3月10日，本机关在公文管理系统和档案室中，以“校舍”“安全检查”为关键词，检索了2025年形成的全部文书。" };
    case "otherOrgan":
      return {
        reason: "该信息由住房城乡建设部门制作并保存，本机关未参与制作。",
        rightOrgan: "云溪县住房和城乡建设局",
        rightOrganContact: "云溪县建设路3号，电话0000-0000001",
      };
    case "unhandled.petition":
      return { reason: "材料的主要内容是反映某学校收费问题并要求查处。", rightChannel: "云溪县教育局信访接待室（云溪县文昌路1号）" };
    case "unhandled.publication":
      return { access: "《云溪县人民政府公报》可以在县档案馆、县图书馆和县行政服务中心免费查阅。" };
    default:
      return { reason: "此处写明认定的事实，以及适用该条款的理由。" };
  }
}

/** Facts that make each letter on the way complete. */
export function procedureFacts(kind: string): LetterFacts {
  const letter = getLetterKind(kind);
  const consulted = kind === "consultOrgan" ? "云溪县住房和城乡建设局" : "云溪县某建设工程有限公司";
  const consultation = {
    on: plainDate("2026-03-09"),
    number: "云教公开征〔2026〕1号",
    position: "object",
    opinionOn: plainDate("2026-03-20"),
  } as const;
  return someFacts({
    addressee:
      letter.to === "consulted"
        ? { name: consulted, kind: "consulted" }
        : letter.to === "units"
          ? { name: "基础教育科、办公室", kind: "units" }
          : letter.to === "file"
            ? { name: "申请人甲", kind: "file" }
            : { name: "申请人甲", kind: "person" },
    number: letter.series === null ? null : "云教公开〔2026〕7号",
    answer: letter.remedy === undefined ? null : { outcome: null, article: null, remedy: letter.remedy },
    application:
      kind === "rectification"
        ? null
        : {
            ...AN_APPLICATION,
            consultation,
            ...(kind === "overrideNotice" ? { objectedOn: consultation.opinionOn } : {}),
            ...(kind === "deliveryProof" ? { reply: { title: "政府信息予以公开告知书", number: "云教公开〔2026〕7号" } } : {}),
            ...(kind === "extension" ? { dueOn: plainDate("2026-04-28") } : {}),
          },
    fields: PROCEDURE_FIELDS[kind] ?? {},
  });
}

const PROCEDURE_FIELDS: Readonly<Record<string, LetterFacts["fields"]>> = {
  correction: { correctionItems: "一、所需信息的具体名称或者文号。\n二、所需信息的形成时间。", correctBy: "2026-03-25" },
  reasons: { reason: "自2026年2月1日以来共提出九十二件申请，其中多数内容相近。" },
  delay: { delayTo: "2026-05-29" },
  extension: { reason: "所需信息形成时间较早，需要到县档案馆调阅纸质档案。", days: "20" },
  consultThirdParty: { harm: "检查结果附件载有贵方的工程造价明细，可能属于商业秘密。" },
  consultOrgan: { concerned: "《校舍安全检查情况通报》" },
  opinionConfirmation: { opinion: "附件中的工程造价明细属于商业秘密，不同意公开。" },
  overrideNotice: {
    reason: "校舍安全直接关系学生的生命安全，公众有必要了解检查的结论。",
    disclosed: "贵方承建校舍的安全检查结论，不含工程造价明细",
  },
  cooperation: { helpBy: "2026-03-12" },
  fee: { scheme: "pages", count: "68", amount: "380" },
  deliveryProof: { proof: "本人签收", servedAt: "云溪县教育局政务公开办公室" },
  rectification: {
    rectifyOn: "2026-03-02",
    rectifyAsked: "学籍信息中的出生日期与户口簿不一致",
    rectifyFound: "经与公安机关登记的户籍信息核对，原记录确有误",
    rectifyDone: "本机关已对该记录予以更正",
  },
};

/** Made-up facts that make a letter of any kind complete: for the preview of a template, and for tests. */
export function exampleFacts({ kind, outcome }: LetterKind): LetterFacts {
  return outcome === undefined ? procedureFacts(kind) : answerFacts(outcome);
}
