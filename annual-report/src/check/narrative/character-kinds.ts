/** What a character may begin; one table look-up per character keeps the scan linear and quick. */
export const DIGIT = 1;
export const NUMERAL = 2;
export const SENTENCE_END = 3;
export const NEGATION = 4;
export const ORGAN_END = 5;
export const SELF = 6;
export const COUNTER = 7;
export const KINDS = new Uint8Array(65_536);
const classify = (characters: string, kind: number) => {
  for (let position = 0; position < characters.length; position++) KINDS[characters.charCodeAt(position)] = kind;
};
classify("0123456789０１２３４５６７８９", DIGIT);
classify("零〇一二两三四五六七八九十百千", NUMERAL);
classify("。！？\n", SENTENCE_END);
classify("未没无", NEGATION);
classify("局会心处府厅", ORGAN_END);
classify("我本", SELF);
classify("条件份次", COUNTER);
/** What a character may follow or precede; bits, so that one table serves all. */
export const AFTER_NEGATION = 1;
export const AFTER_ORGAN = 2;
export const AFTER_SELF = 4;
export const GAP = 8;
export const NO_NUMBER_AFTER = 16;
export const NEIGHBOURS = new Uint8Array(65_536);
const mark = (characters: string, bit: number) => {
  for (let position = 0; position < characters.length; position++) {
    const code = characters.charCodeAt(position);
    NEIGHBOURS[code] = (NEIGHBOURS[code] ?? 0) | bit;
  }
};
mark("发产出引涉收接受被有因政行信公向依", AFTER_NEGATION);
mark("，,高认严深坚主共全积切始", AFTER_ORGAN);
mark("局委中镇乡街厅", AFTER_SELF);
mark(" \u3000\u00a0_＿×*xX", GAP);
mark("第-—.0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", NO_NUMBER_AFTER);
