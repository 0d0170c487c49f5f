import { expect, test } from "vitest";
import { installFailure } from "../../../scripts/setup/install-failure.mjs";
import { isAtLeast } from "../../../scripts/setup/pinned-node.mjs";

test.each([
  ["npm error code EAI_AGAIN\nnpm error getaddrinfo EAI_AGAIN registry", "npm config set registry"],
  ["npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device", "1 GB"],
  ["npm error code EACCES\nnpm error EACCES: permission denied, mkdir 'node_modules'", "权限"],
  [
    "npm error code EUSAGE\nnpm error `npm ci` can only install packages when",
    "npm install --ignore-scripts",
  ],
  ["npm error code EINTEGRITY", "npm cache verify"],
  ["spawn npm ENOENT", "找不到 npm"],
])("%s: says what to do, and what npm said", (output, remedy) => {
  const message = installFailure(output);
  expect(message).toContain(remedy);
  expect(message).toContain(output);
});

test("anything else shows the end of what npm said", () => {
  const output = Array.from({ length: 40 }, (_, i) => `line ${i}`).join("\n");
  const message = installFailure(output);
  expect(message).toMatch(/line 39$/);
  expect(message).not.toContain("line 24\n");
});

test.each([
  ["24.21.0", true],
  ["22.18.0", true],
  ["22.17.9", false],
  ["20.20.2", false],
  ["23.0.0", true],
])("Node %s is recent enough for 22.18: %s", (version, isEnough) => {
  expect(isAtLeast(version, "22.18")).toBe(isEnough);
});
