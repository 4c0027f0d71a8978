/** What a button, select or form carries: version, verb, receipt, page, value. It works after a restart and next week. */
export type Pressed = {
  readonly verb: string;
  readonly receipt: string;
  readonly page?: number;
  readonly value?: string;
  /** The press opens a form, so it may not be acknowledged before. */
  readonly form: boolean;
};

const VERSION = "1";
const OPENS_FORM = "!";

/** `1:more:k3f9q2aa:2`, `1:confirm:k3f9q2aa::yes`, `1:!edit:k3f9q2aa`. Undefined when it is longer than that. */
export function pressedId(pressed: Pressed, longest: number): string | undefined {
  const verb = pressed.form ? `${OPENS_FORM}${pressed.verb}` : pressed.verb;
  const page = pressed.page?.toString() ?? "";
  const more = pressed.value === undefined ? [page].filter((text) => text !== "") : [page, pressed.value];
  const id = [VERSION, verb, pressed.receipt, ...more].join(":");
  return id.length <= longest ? id : undefined;
}

/** The inverse; undefined for an id of another version, or one that we never made. */
export function readPressedId(id: string): Pressed | undefined {
  const m = /^1:(!?)([^:]+):([^:]*)(?::(\d*))?(?::(.+))?$/su.exec(id);
  if (m?.[2] === undefined || m[3] === undefined) return undefined;
  return {
    verb: m[2],
    receipt: m[3],
    ...(m[4] ? { page: Number(m[4]) } : {}),
    ...(m[5] ? { value: m[5] } : {}),
    form: m[1] === OPENS_FORM,
  };
}
