/**
 * How alike a damaged label and an official one are, from 0 to 1: equal 1; one inside the other by the share it
 * covers; else by edit distance. Short labels (规章, 总计, 其他) must be equal, or everything would be alike.
 */
export function similarity(text: string, official: string): number {
  if (text === official) return 1;
  const shorter = Math.min(text.length, official.length);
  const longer = Math.max(text.length, official.length);
  if (shorter < 3) return 0;
  if (text.includes(official)) return 0.95 - 0.3 * (1 - official.length / text.length);
  if (official.includes(text)) {
    if (shorter < 4 && shorter / longer < 0.5) return 0;
    const covered = 0.6 + 0.35 * (text.length / official.length);
    // The tail of a wrapped label often stands before the next row's figures; the beginning says more.
    return official.startsWith(text) || text.length * 5 >= official.length * 3 ? covered : covered * 0.8;
  }
  if (longer > 2 * shorter || longer > 60) return 0;
  const alike = 1 - editDistance(text, official) / longer;
  return alike < 0.6 ? 0 : alike;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (previous[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      current.push(Math.min(substituted, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
