/** Forms that rules do not give. */
const IRREGULAR: Readonly<Record<string, string>> = {
  am: "be",
  is: "be",
  are: "be",
  was: "be",
  were: "be",
  been: "be",
  being: "be",
  has: "have",
  had: "have",
  having: "have",
  does: "do",
  did: "do",
  done: "do",
  doing: "do",
  met: "meet",
  spoke: "speak",
  spoken: "speak",
  said: "say",
  told: "tell",
  held: "hold",
  went: "go",
  gone: "go",
  came: "come",
  gave: "give",
  given: "give",
  made: "make",
  paid: "pay",
  sent: "send",
  wrote: "write",
  written: "write",
  took: "take",
  taken: "take",
  saw: "see",
  seen: "see",
  flew: "fly",
  flown: "fly",
  sought: "seek",
  rang: "ring",
  rung: "ring",
  got: "get",
  gotten: "get",
  sat: "sit",
  fought: "fight",
  shot: "shoot",
  struck: "strike",
  broke: "break",
  broken: "break",
  blew: "blow",
  blown: "blow",
  began: "begin",
  begun: "begin",
  laid: "lay",
  stood: "stand",
  brought: "bring",
  dealt: "deal",
  left: "leave",
  drew: "draw",
  beaten: "beat",
  lent: "lend",
  withdrew: "withdraw",
  withdrawn: "withdraw",
  swore: "swear",
  threw: "throw",
  thrown: "throw",
  forgave: "forgive",
  forgiven: "forgive",
  begged: "beg",
  lain: "lie",
  wound: "wind",
  ties: "tie",
  dying: "die",
  lying: "lie",
  troops: "troop",
  felt: "feel",
  fell: "fall",
  fallen: "fall",
  kept: "keep",
  knew: "know",
  known: "know",
  talks: "talk",
  news: "news",
  people: "people",
  according: "according",
  bound: "bind",
  led: "lead",
  chose: "choose",
  proven: "prove",
  stuck: "stick",
  hung: "hang",
  bade: "bid",
  overthrew: "overthrow",
  occurred: "occur",
};

/** Gives words their base form, as far as the vocabulary knows the base form; other words stay as they are. */
export function lemmatiser(vocabulary: ReadonlySet<string>): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let lemma = known.get(word);
    if (lemma === undefined) {
      lemma =
        IRREGULAR[word] ??
        (vocabulary.has(word) ? word : (bases(word).find((base) => vocabulary.has(base)) ?? word));
      if (known.size < 20_000) known.set(word, lemma);
    }
    return lemma;
  };
}

function bases(word: string): readonly string[] {
  const found: string[] = [];
  const add = (stem: string) =>
    found.push(stem, `${stem}e`, undouble(stem), ...british(stem), ...british(`${stem}e`));
  found.push(...british(word));
  if (/ies$/.test(word)) found.push(`${word.slice(0, -3)}y`);
  if (/ied$/.test(word)) found.push(`${word.slice(0, -3)}y`);
  if (/es$/.test(word)) add(word.slice(0, -2));
  if (/s$/.test(word)) add(word.slice(0, -1));
  if (/ed$/.test(word)) add(word.slice(0, -2));
  if (/ing$/.test(word)) add(word.slice(0, -3));
  return found;
}

const undouble = (stem: string) => (/(.)\1$/.test(stem) ? stem.slice(0, -1) : stem);

/** "criticize" for "criticise" and the other way round; "favour", "defence". */
function british(word: string): readonly string[] {
  if (/ise?$/.test(word)) return [word.replace(/is(e?)$/, "iz$1")];
  if (/ize?$/.test(word)) return [word.replace(/iz(e?)$/, "is$1")];
  return [];
}

/** True for a form that can follow "be" in the passive: "visited", "met", "held", "spoken". */
export function isParticiple(word: string, lemma: string): boolean {
  return word !== lemma && !/(?:s|ing)$/.test(word) && !ACTIVE_PAST.has(word);
}

const ACTIVE_PAST = new Set([
  "spoke",
  "went",
  "came",
  "gave",
  "wrote",
  "took",
  "saw",
  "flew",
  "rang",
  "broke",
  "began",
  "drew",
]);
