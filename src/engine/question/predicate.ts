import type { Clause } from "./grammar/clause.ts";
import { ARTICLES, PREPOSITIONS } from "./lexicon/words.ts";
import type { Sentence } from "./sentence.ts";

/**
 * The words that leave open what is asked, empty where that is plain. Whether something is so is not answered past
 * any word that was not understood: it may be the one that makes it untrue. Other questions are not answered where
 * their verb is such a word, and a "did X …" never by everything that X did.
 */
export function unpredicated(
  sentence: Sentence,
  { draft, frame, main, attends }: Clause,
  ignored: readonly string[],
): readonly string[] {
  if (frame.bare) return [];
  if (frame.ask === "whether" && ignored.length > 0) return ignored;
  const narrowed = [draft.where, draft.occasion, draft.topic, draft.text].some((each) => each !== undefined);
  const named =
    narrowed || [draft.who, draft.when, draft.status, draft.flags].some((each) => each !== undefined);
  if (frame.at >= 0 && main?.form === "noun" && !attends && !named && ignored.length > 0) return ignored;
  const told =
    main !== undefined ||
    attends ||
    [draft.kinds, draft.status, draft.flags, draft.event, draft.since].some((each) => each !== undefined);
  if (told || sentence.tokens.some(({ word }, at) => TELLING.test(word) && !sentence.nameAt[at])) return [];
  if (ignored.length > 0 && (frame.ask !== "events" || frame.open)) return ignored;
  if (frame.ask !== "whether" || narrowed || draft.who === undefined) return [];
  const verbs = sentence.tokens.filter(
    ({ word }, at) => at > 0 && !sentence.nameAt[at] && !ARTICLES.has(word) && !PREPOSITIONS.has(word),
  );
  return verbs.length > 0 ? verbs.map(({ raw }) => raw) : [sentence.words];
}

/** Words that ask for whatever there was. */
const TELLING =
  /^(?:events?|happen(?:ed|s|ing)?|occur(?:red|s|ring)?|place|there|anything|something|mention(?:ed|s)?|involved?|record(?:ed|s)?|report(?:ed|s)?|profile|latest|news|timeline|itinerary)$/;
