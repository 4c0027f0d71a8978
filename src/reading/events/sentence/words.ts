/** Closed word lists of the event rules. All folded. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const PREPOSITIONS = words(
  "with of by from for to in at on between against about after before during following alongside including behind without under over into through via than as like toward towards near outside inside among amid despite upon within since until concerning regarding besides except ahead",
);

/** Verbs that can only be finite, and auxiliaries: what stands before them is a subject. */
export const FINITE =
  /^(?:is|are|was|were|has|have|had|will|would|may|might|can|could|should|shall|must|do|does|did|said|says|say|told|tells|met|meets|held|holds|spoke|went|came|took|made|gave|began|left|flew|wrote|saw|knew|felt|thought|led|sent|won|lost|[a-z]{3,}ed|won't|didn't|hasn't|haven't|wasn't|weren't|isn't|doesn't)$/;

/** What may stand between a subject and its verb, or a verb and its object, and change nothing. */
export const AUXILIARY = words(
  "is are was were be been being has have had having will would may might can could should shall must do does did to not never no longer won't didn't hasn't haven't hadn't wasn't weren't isn't doesn't wouldn't couldn't cannot also already again just only still ever then later earlier now soon recently previously reportedly allegedly apparently separately briefly privately secretly publicly jointly together personally directly twice once first both all each either recently formally officially virtually once-more today yesterday tomorrow tonight this last next morning afternoon evening night week month year day late early due set expected scheduled likely planned planning plans plan hopes hoped going about supposed slated ready agreed effectively repeatedly regularly quietly unexpectedly finally once face to-face informally bilaterally instead meanwhile however therefore thus",
);

/** Nouns of talking to each other. */
export const MEETING_NOUNS = words(
  "meeting meetings talks talk summit summits negotiations negotiation consultations consultation discussions discussion conversation conversations contacts dialogue encounter encounters audience get-together parley mini-summit bilateral bilaterals trilateral dinner lunch breakfast chat tete-a-tete",
);
export const CALL_NOUNS = words("call calls phonecall teleconference videoconference");
export const VISIT_NOUNS = words("visit visits trip trips tour travel journey");

/** Verbs that say "took place between": hold talks, have a meeting, begin negotiations. */
export const HOLD = words(
  "hold holds held holding have has had having conduct conducts conducted conducting continue continues continued continuing begin begins began start starts started resume resumes resumed attend attends attended attending open opened opens wrap wrapped concluded conclude finish finished join joined joins joining undertook co-chair co-chaired lead led leads engage engaged engages do enter entered convene convened kicked kick take taken took finished seek sought seeks schedule scheduled arrange arranged arranging plan planned plans cancel canceled cancelled postpone postponed propose proposed proposing host hosted hosts hosting chair chaired exchange exchanged exchanging co-chair",
);

/** Kinds of adjectives that stand before a meeting noun. */
export const MEETING_ADJECTIVES =
  words(`bilateral trilateral quadrilateral multilateral high level ministerial separate official working private closed door
  secret undisclosed confidential behind scenes diplomatic peace indirect direct substantive constructive productive
  brief short long lengthy first second third fourth final new further regular emergency extraordinary annual virtual online informal formal
  person face  one  two three four way day hour round a an the these those such some several series 
  security political military economic trade nuclear strategic technical joint productive telephone phone video
  extensive in-depth depth frank open useful detailed intense intensive last key crucial historic rare landmark
  planned scheduled upcoming forthcoming recent last-minute expected proposed possible their his her its our my
  tripartite bi-lateral expanded restricted narrow broad wide ranging active preliminary initial fresh marathon
  minute minutes hour-long sit-down one-on-one rare quick warm warmly impromptu unscheduled surprise opening closing plenary
  gala telephonic state courtesy introductory farewell follow up regular fruitful expanded delegation two-way
  presidential regional global international consular cabinet defense defence climate energy arms control
  four-party six-party informal friendly cordial candid marathon previous earlier latest next later same day`);

/** Speech verbs, past and present, that attribute what follows to their subject. */
export const SPEECH =
  /^(?:said|says|say|stated|states|told|tells|added|adds|warned|warns|announced|announces|declared|noted|notes|stressed|stresses|emphasi[sz]ed|underlined|underscored|reiterated|re-iterated|reaffirmed|urged|urges|confirmed|confirms|denied|denies|insisted|insists|argued|suggested|indicated|cautioned|expressed|accused|accuses|condemned|condemns|praised|thanked|vowed|pledged|assured|claimed|commented|wrote|tweeted|explained|admitted|acknowledged|hailed|criti[cs]i[sz]ed|blasted|downplayed|appealed|complained|promised|disclosed|revealed|remarked|conceded|asserted|maintained|predicted|hinted|dismissed|rejected|slammed|highlighted|quipped)$/;

/** Words that make the talk secret. */
export const SECRET =
  /^(?:secret|secretly|undisclosed|clandestine|covert|covertly|confidential|hush|unpublici[sz]ed)$/;
