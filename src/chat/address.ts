/**
 * Where something is, as text, so that it can be stored today and posted to next Monday:
 * `<platform>:<id>`, such as `slack:C0123`, `discord:998877`, `console:terminal`.
 */
export type Address = `${PlatformName}:${string}`;

export const PLATFORMS = ["console", "discord", "slack"] as const;
export type PlatformName = (typeof PLATFORMS)[number];

/** Builds an address. */
export const address = (platform: PlatformName, id: string): Address => `${platform}:${id}`;

/** The platform and id of an address; an Error with the value in it when it is none. */
export function parseAddress(text: string): { readonly platform: PlatformName; readonly id: string } {
  const at = text.indexOf(":");
  const platform = PLATFORMS.find((name) => name === text.slice(0, at));
  if (platform === undefined || at === text.length - 1) throw new Error(`not an address: ${text}`);
  return { platform, id: text.slice(at + 1) };
}

const FORMER = "former-member";

/** In the place of a person who had what was stored about them deleted. */
export const formerOf = (person: Address): Address => address(parseAddress(person).platform, FORMER);

export const isFormer = (person: Address): boolean => parseAddress(person).id === FORMER;
