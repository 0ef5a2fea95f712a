import type { ActName } from "@gongkai/statute";
import type { EntryFilesProps } from "../../lib/use-entry-files.ts";

type ActFiles = Pick<EntryFilesProps, "help" | "owner" | "isOpen">;

const ours = (help: string): ActFiles => ({ help, owner: "office", isOpen: false });
const theirs = (help: string): ActFiles => ({ help, owner: "applicant", isOpen: false });

/** Which files usually go with an act, and whose they are. */
const FILES: Partial<Record<ActName, ActFiles>> = {
  confirm: theirs("申请人确认的传真、信函等。"),
  recordCorrection: theirs("申请人补正的材料。"),
  acceptReasons: theirs("申请人说明理由的材料。"),
  rejectReasons: theirs("申请人说明理由的材料。"),
  recordPayment: theirs("缴费凭证。"),
  consultThirdParty: ours("征求意见时附送的材料。"),
  consultOrgan: ours("征求意见时附送的材料。"),
  recordOpinion: theirs("对方的书面意见。"),
  extend: ours("延长期限的审批单等。"),
  override: ours("审批单、论证材料等。"),
  sign: ours("签发的原稿、盖章后的答复文书扫描件等，列入案卷，不提供给申请人。"),
  serve: { ...ours("送达回证、挂号信回执、签收单等送达凭证。"), isOpen: true },
  withdraw: theirs("申请人撤回申请的书面材料。"),
  reopen: ours("复议决定书、判决书等。"),
};

export function filesOfAct(act: ActName): ActFiles {
  return FILES[act] ?? ours("与本事项有关的材料。");
}
