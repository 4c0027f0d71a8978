import { expect, test } from "vitest";
import { outlived } from "../../src/operation/index.ts";

test("a line of Node past its end of life is told", () => {
  expect(outlived("v20.20.2", "2026-05-01")).toContain("Node 20");
  expect(outlived("v20.20.2", "2026-04-30")).toBeUndefined();
  expect(outlived("v24.21.0", "2026-05-01")).toBeUndefined();
});
