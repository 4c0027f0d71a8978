import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { openNames } from "../../src/engine/names/index.ts";
import { NAMES_VERSION } from "../../src/engine/names/open.ts";
import type { Sections } from "../../src/model/snapshot.ts";
import { world } from "../fixtures/world.ts";

/** What is kept of the names of the small world. */
function kept(): string {
  let packed: Sections = {};
  const save = (_: string, sections: Sections) => {
    packed = sections;
  };
  openNames({ ...world(), names: { load: () => null, save } });
  const hash = createHash("sha256");
  for (const [name, { buffer, byteOffset, byteLength }] of Object.entries(packed))
    hash.update(name).update(new Uint8Array(buffer, byteOffset, byteLength));
  return hash.digest("hex").slice(0, 16);
}

test("what is kept of names is of this version: where reading them changed, NAMES_VERSION has to be raised", () => {
  expect(`${NAMES_VERSION.split(" ")[0]}: ${kept()}`).toBe("1: f74aac6e1fbaea5b");
});
