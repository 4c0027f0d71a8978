import type { Actor } from "../../names/actors.ts";
import type { Line } from "../sentence/line.ts";
import { MEETING_ADJECTIVES } from "../sentence/words.ts";

/** "US-Russia talks", "Russian-Turkish summit", "India–Canada". */
export function hyphenPair(line: Line, k: number): Actor[] | null {
  const s = line.scan;
  const head = line.chunks[k];
  if (!head) return null;
  let i = head.from - 1;
  while (i > 0 && MEETING_ADJECTIVES.has(s.tokens[i]?.fold ?? "") && !s.pieces[i]?.country) i--;
  const codes: { code: string; from: number; to: number }[] = [];
  for (let end = i; end >= 0 && codes.length < 4; ) {
    const from = [end, end - 1, end - 2].find((n) => n >= 0 && pieceEnds(line, n, end));
    if (from === undefined) break;
    const piece = s.pieces[from]!;
    const code = (piece.country ?? piece.demonym ?? piece.metonym)?.code;
    if (!code) break;
    codes.unshift({ code, from, to: end + 1 });
    const mark = s.tokens[from - 1];
    if (!mark || !/^[-–—/]$/.test(mark.text)) break;
    end = from - 2;
  }
  if (codes.length < 2) return null;
  return codes.map(({ code, from, to }) => ({
    span: [s.tokens[from]?.start ?? 0, s.tokens[to - 1]?.end ?? 0],
    kind: "country",
    id: `country:${code}`,
    name: s.lexicon.country(code)?.name ?? code,
    as: s.tokens
      .slice(from, to)
      .map((t) => t.text)
      .join(" "),
    role: null,
    office: null,
    country: code,
    resolution: "named",
    inferred: false,
    former: false,
    counterpart: false,
    weak: false,
    principal: null,
  }));
}

const pieceEnds = (line: Line, from: number, end: number): boolean => {
  const piece = line.scan.pieces[from];
  return Boolean(
    piece && from + piece.length === end + 1 && (piece.country || piece.demonym || piece.metonym),
  );
};
