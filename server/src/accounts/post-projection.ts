import type { ProjectedRow, Projection, StoredEvent } from "../ledger/index.ts";

function applyToPost(row: ProjectedRow, { type, on, payload }: StoredEvent): ProjectedRow {
  switch (type) {
    case "postGiven":
      return {
        ...row,
        role: payload.role,
        title: payload.title,
        unit_id: payload.unitId,
        holder_id: payload.holderId,
        deputy_id: payload.deputyId,
      };
    case "deputySet":
      return { ...row, deputy_id: payload.deputyId };
    case "absenceSet":
      return { ...row, absent_from: payload.from, absent_until: payload.until };
    case "absenceEnded":
      return { ...row, absent_from: null, absent_until: null };
    case "postEnded":
      return { ...row, ended_on: on };
    default:
      return row;
  }
}

const postProjection: Projection = {
  streamKind: "post",
  table: "post",
  key: ["agency_id", "post_id"],
  streamColumn: "post_id",
  rows: (history) => {
    const [first] = history;
    if (first === undefined) return [];
    const blank = { agency_id: first.agencyId, post_id: first.stream.id, absent_from: null, absent_until: null, ended_on: null };
    return [{ ...history.reduce(applyToPost, blank), version: history.length }];
  },
};

export const ACCOUNT_PROJECTIONS: readonly Projection[] = [postProjection];
