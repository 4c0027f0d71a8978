const ENGLISH =
  /\b(?:the|of|and|to|in|that|is|was|for|on|with|said|his|has|by|at|from|will|are|were|be|had|have|its?|he|she|they|their|who|which|this|would|not|as|an|met|meet|after|before|next|last|week|month|between|talks)\b/gi;
/** Small words of the languages in Latin letters that news is most often written in, none of which English has. */
const OTHER =
  /\b(?:le|les|des|du|et|une|dans|pour|avec|est|sur|der|das|und|den|dem|ein|eine|von|mit|auf|ist|nicht|el|los|las|del|y|que|por|con|para|una|il|di|della|che|per|sono|gli|os|do|da|em|um|uma|com|een|het|van|dat|och|att|som|med|av|til|og|det|na|si|nie|ve|bir|bu|ile|i\u00e7in|yang|dan|dengan)\b/g;
const LETTERS = /\p{L}/gu;
const OTHER_SCRIPT = /[^\p{Script=Latin}\P{L}]/gu;

/** True when a text reads as English: Latin letters, and the small words of English among them. A few words pass. */
export function isEnglish(text: string): boolean {
  const sample =
    text.length > 20_000
      ? text.slice(0, 10_000) + text.slice(text.length / 2, text.length / 2 + 10_000)
      : text;
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const letters = count(LETTERS);
  if (letters < 40) return true;
  if (count(OTHER_SCRIPT) > letters / 3) return false;
  const words = count(/\p{L}+/gu);
  const english = count(ENGLISH);
  return words < 12 || (english / words > 0.06 && english > count(OTHER));
}
