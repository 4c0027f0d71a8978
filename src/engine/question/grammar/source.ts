import { STATUSES } from "../../../model/kinds.ts";
import type { Draft } from "../draft.ts";
import type { Sentence } from "../sentence.ts";
import type { Match } from "./match.ts";

/**
 * A document that a question names, and the words that say no more than that it is one, taken. What a document says
 * is everything that it tells of, whatever became of it, not its statements.
 */
export function fromSource({ tokens, taken, nameAt }: Sentence, draft: Draft, main: Match | undefined): void {
  if (draft.source === undefined) return;
  tokens.forEach(({ word }, at) => {
    if (!nameAt[at] && DOCUMENT.test(word)) taken[at] = true;
  });
  if (main?.form !== "verb" || main.relation.id !== "say" || draft.who !== undefined) return;
  if (draft.ask !== "events" && draft.ask !== "topics") return;
  delete draft.kinds;
  draft.status ??= STATUSES;
}

const DOCUMENT =
  /^(?:article|articles|report|story|piece|text|document|newspaper|paper|publication|source|readout|transcript|press|release|publish|publishes|published|write|writes|wrote|written|contain|contains|tell|tells|cover|covers|content|contents)$/;
