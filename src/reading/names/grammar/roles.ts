import { at, foldAt, isPossessive, type Scan } from "../scan.ts";
import { BODIES, OFFICE_HEADS, PORTFOLIO, QUALITIES } from "../words.ts";

type Sense = { readonly office: string; readonly of: string | null; readonly general: boolean };

/** An office as a noun phrase: "Under Secretary of the Treasury for …", "foreign ministers of Iran and Turkey". */
export type Role = {
  readonly to: number;
  /** Token range of the office's own words. */
  readonly words: readonly [number, number];
  readonly senses: readonly Sense[];
  readonly plural: boolean;
  /** Countries or bodies that it is an office of, as the words after it say. */
  readonly of: readonly string[];
  /** Token positions right after each country of `of`: names may follow there ("of A, X, and B, Y"). */
  readonly after: readonly number[];
  /** True for the words that need a name, a country or "the" beside them to mean a person. */
  readonly bare: boolean;
};

/** The office that starts at token `i`, with its field and country behind it; null when there is none. */
export function roleAt(s: Scan, i: number): Role | null {
  const piece = s.pieces[i];
  const title = piece?.title ?? null;
  const generic = genericHead(s, i);
  const titleTo = title && piece ? i + piece.length : -1;
  let to = Math.max(titleTo, generic?.to ?? -1);
  if (to < 0) return null;
  const fromTitle = titleTo === to && title;
  const head = foldAt(s, to - 1);
  const plural = fromTitle ? title.plural : (generic?.plural ?? false);
  let senses: readonly Sense[] = (fromTitle ? title.senses : []).map((x) => ({
    office: x.title.office,
    of: x.of,
    general: x.of === null,
  }));
  if (!fromTitle && generic) senses = headSenses(s, to - 1);
  if (foldAt(s, to) === "-" && /^(?:elect|designate|nominate|apparent)$/.test(foldAt(s, to + 1))) {
    to += 2;
    senses = [];
  }
  to = rank(s, fields(s, to));
  const own: [number, number] = [i, to];
  const of: string[] = [];
  const after: number[] = [];
  const joint = plural ? null : second(s, i, to);
  if (joint !== null) {
    if (joint.senses.length > 0 && !CHIEF.test(own[1] - own[0] > 0 ? foldAt(s, i) : ""))
      senses = joint.senses;
    of.push(...joint.of);
    after.push(...joint.after);
    to = joint.to;
  }
  for (;;) {
    const next = complement(s, to, plural, of, after);
    if (next === null) break;
    to = next;
  }
  return { to, words: own, senses, plural, of, after, bare: own[1] - own[0] === 1 && BARE.has(head) };
}

/** Office words that are also everyday words. */
const BARE = new Set(
  "general chair head leader speaker deputy member host guest colleague aide chief officer representative director official lawmaker secretary principal pm fm mp delegate mediator minister leaders".split(
    " ",
  ),
);

function genericHead(s: Scan, i: number): { to: number; plural: boolean } | null {
  let best: { to: number; plural: boolean } | null = null;
  for (let k = i; k < Math.min(i + 7, s.tokens.length); k++) {
    const t = at(s, k);
    if (!t) break;
    if (t.kind === "mark") {
      if (t.text === "-" && t.glued) continue;
      break;
    }
    if (t.fold === "opposite" && foldAt(s, k + 1) === "number") return { to: k + 2, plural: false };
    const singular = OFFICE_HEADS.has(t.fold);
    const many =
      !singular && t.fold.endsWith("s") && OFFICE_HEADS.has(t.fold.replace(/ies$/, "y").replace(/s$/, ""));
    if (singular || many) best = { to: k + 1, plural: many };
    else if (
      !PORTFOLIO.has(t.fold) &&
      !QUALITIES.has(t.fold) &&
      (t.fold !== "and" || k === i || best !== null)
    )
      break;
    if (many) break;
  }
  if (best && isPossessive(s, best.to - 1)) return null;
  return best;
}

const headSenses = (s: Scan, i: number) =>
  (s.pieces[i]?.title?.senses ?? [])
    .filter((x) => x.title.level >= 3 || ["minister", "leader"].includes(x.title.office))
    .map((x) => ({ office: x.title.office, of: x.of, general: x.of === null }));

/** "Minister for Foreign Affairs, Trade and International Cooperation": fields that go on in capitals. */
function fields(s: Scan, end: number): number {
  if (
    !/^(?:affairs|trade|foreign|cooperation|relations|defen[cs]e|finance|security|integration)$/.test(
      foldAt(s, end - 1),
    ) ||
    !at(s, end - 1)?.capital
  )
    return end;
  let to = end;
  for (;;) {
    let k = to;
    while (foldAt(s, k) === "," || foldAt(s, k) === "and") k++;
    const start = k;
    while (
      at(s, k)?.capital &&
      PORTFOLIO.has(foldAt(s, k)) &&
      !OFFICE_HEADS.has(foldAt(s, k)) &&
      !s.pieces[k]?.title
    )
      k++;
    if (start === to || k === start || at(s, k)?.capital) return to;
    if (foldAt(s, start - 1) === "," && !/^(?:,|and)$/.test(foldAt(s, k))) return to;
    to = k;
  }
}

/** "Ambassador Extraordinary and Plenipotentiary", "Minister Responsible for …", "Minister in charge of …". */
function rank(s: Scan, end: number): number {
  if (foldAt(s, end) === "extraordinary")
    return foldAt(s, end + 1) === "and" && foldAt(s, end + 2) === "plenipotentiary" ? end + 3 : end + 1;
  if (foldAt(s, end) === "plenipotentiary" || foldAt(s, end) === "delegate") return end + 1;
  return /^minister$/.test(foldAt(s, end - 1)) &&
    foldAt(s, end) === "responsible" &&
    foldAt(s, end + 1) === "for"
    ? end + 1
    : end;
}

/** Offices beside which a second one belongs to the same person. */
const CHIEF = /^(?:prime|president|king|premier|chancellor)$/;

/** "deputy prime minister and defence minister", "Deputy Prime Minister and Minister for Foreign Affairs of X": one person's. */
function second(s: Scan, first: number, end: number): Role | null {
  if (foldAt(s, end) !== "and" && foldAt(s, end) !== "/") return null;
  const beside = s.pieces[end + 1]?.title ? roleAt(s, end + 1) : null;
  if (!beside || beside.plural) return null;
  const alone = beside.words[1] - beside.words[0] < 2;
  const named = at(s, beside.to)?.capital === true;
  const deputy = /^(?:deputy|vice|first|second|senior|state|senator)$/.test(foldAt(s, first));
  if (alone && !(deputy && beside.to - beside.words[1] > 2)) return null;
  const behind = foldAt(s, beside.to) === "," && at(s, beside.to + 1)?.capital === true;
  const closed = /^[,.]$/.test(foldAt(s, beside.to));
  return named || (deputy && (behind || closed || at(s, end + 1)?.capital === true)) ? beside : null;
}

const PREPOSITIONS = new Set(["of", "for", "on", "to", "at", "from", "in"]);

/** Offices that may be "on" a country. */
const ENVOY =
  /^(?:envoy|representative|adviser|advisor|coordinator|rapporteur|negotiator|mediator|expert)s?$/;

function complement(s: Scan, i: number, plural: boolean, of: string[], after: number[]): number | null {
  const preposition = foldAt(s, i);
  if (!PREPOSITIONS.has(preposition)) return null;
  if (preposition === "on" && !ENVOY.test(foldAt(s, i - 1)) && s.pieces[i + 1]?.country) return null;
  if (preposition === "in") {
    const seat = s.pieces[i + 1];
    const next = i + 1 + (seat?.length ?? 0);
    const named =
      seat &&
      (seat.places.length > 0 || seat.country) &&
      (at(s, next)?.capital || (foldAt(s, next) === "," && at(s, next + 1)?.capital));
    return named &&
      /^(?:ambassador|commissioner|envoy|representative|consul|affaires|nuncio|resident|coordinator)$/.test(
        foldAt(s, i - 1),
      )
      ? i + 1 + seat.length
      : null;
  }
  if (preposition === "from" && !/^counterparts?$/.test(foldAt(s, i - 1))) return null;
  if (preposition === "at" && !/^(?:the|national)$/.test(foldAt(s, i + 1))) return null;
  let k = i + 1;
  if (foldAt(s, k) === "the" || foldAt(s, k) === "its" || foldAt(s, k) === "their") k++;
  if (preposition === "of" && ENVOY.test(foldAt(s, i - 1))) {
    const house = s.pieces[k]?.organisation ? k + (s.pieces[k]?.length ?? 1) : k;
    const principal = s.pieces[house]?.title && at(s, house)?.capital ? roleAt(s, house) : null;
    if (principal && !principal.plural && principal.of.length === 0 && at(s, principal.to)?.capital)
      return principal.to;
  }
  const listed =
    preposition === "of" || preposition === "from"
      ? countries(s, k, plural, of, after)
      : subject(s, k, preposition);
  if (listed !== null) return listed;
  if (preposition === "at") return null;
  let to = k;
  while (to < s.tokens.length) {
    const t = at(s, to);
    if (!t) break;
    const inside =
      (PORTFOLIO.has(t.fold) || BODIES.has(t.fold)) &&
      !(t.fold === "prime" || (t.fold === "general" && !PORTFOLIO.has(foldAt(s, to + 1))));
    const joins = (t.fold === "and" || t.fold === "," || t.fold === "the" || t.fold === "for") && to > k;
    if (
      joins &&
      !(PORTFOLIO.has(foldAt(s, to + 1)) || (foldAt(s, to + 1) === "the" && BODIES.has(foldAt(s, to + 2))))
    )
      break;
    if (joins && at(s, to + 1)?.capital !== true && at(s, k)?.capital) break;
    if (!inside && !joins && !(t.text === "-" && t.glued)) break;
    to++;
  }
  return to > k ? to : null;
}

/** "of Iran, the Russian Federation and the Republic of Turkey": one country, or several when the office is plural. */
function countries(s: Scan, from: number, plural: boolean, of: string[], after: number[]): number | null {
  let k = from;
  let last: number | null = null;
  for (;;) {
    if (foldAt(s, k) === "former" && s.pieces[k + 1]?.country) k++;
    const piece = s.pieces[k];
    const seat = piece?.places[0] ? s.lexicon.capitalOf(piece.places[0].id) : undefined;
    const id = piece?.country?.code ?? piece?.organisation?.id ?? piece?.metonym?.code ?? seat?.code ?? null;
    if (piece?.occasion && id === null && of.length === 0) return k + piece.length;
    if (!piece || id === null) break;
    const behind = piece.country ? s.pieces[k + piece.length] : null;
    if (piece.country && behind?.organisation) {
      of.push(behind.organisation.id);
      return k + piece.length + behind.length;
    }
    of.push(id);
    last = k + piece.length;
    if (piece.organisation && !piece.country) last = chamber(s, last);
    after.push(last);
    if (!plural) break;
    let next = last;
    if (foldAt(s, next) === ",") next++;
    if (foldAt(s, next) === "and") next++;
    if (next === last) break;
    if (foldAt(s, next) === "the") next++;
    k = next;
  }
  return last;
}

/** "of the X Congress Standing Committee", "of the Y Commission": the organ of the body just named. */
function chamber(s: Scan, from: number): number {
  let k = from;
  while (
    at(s, k)?.capital &&
    (BODIES.has(foldAt(s, k)) || PORTFOLIO.has(foldAt(s, k))) &&
    !s.pieces[k]?.title
  )
    k++;
  return BODIES.has(foldAt(s, k - 1)) ? k : from;
}

/** "for Ukraine and Russia", "to the United Nations": what the office deals with, not whose it is. */
function subject(s: Scan, from: number, _preposition: string): number | null {
  let k = from;
  let last: number | null = null;
  for (;;) {
    const piece = s.pieces[k];
    if (!piece || !(piece.country || piece.organisation || piece.places.length > 0 || piece.demonym)) break;
    last = k + piece.length;
    if (piece.demonym) {
      while (PORTFOLIO.has(foldAt(s, last))) last++;
      if (last === k + piece.length) return k === from ? null : k;
    }
    let next = last;
    if (foldAt(s, next) === "and" || foldAt(s, next) === ",") next++;
    else break;
    if (foldAt(s, next) === "the") next++;
    k = next;
  }
  return last;
}
