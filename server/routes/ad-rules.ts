import { createRoute } from "@hono/zod-openapi";
import {
  AdPreview,
  AdPreviewAsked,
  AdRulesBody,
  NewAdRules,
} from "../../domain/contract/ads-rules.ts";
import { viewerOf } from "../access/identity.ts";
import { readRuleExamples } from "../ads/rule-examples.ts";
import type { Deps } from "../deps.ts";
import { saveAdRules } from "../services/save-ad-rules.ts";
import { answers, answersChange, documentedRoutes } from "./api.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";

const list = createRoute({
  method: "get",
  path: "/rules",
  summary: "Rules for ads: those in force, all versions, and examples of real cities",
  responses: answers(AdRulesBody, "The version saved last is in force, else the pack's"),
});

const save = createRoute({
  method: "post",
  path: "/rules",
  summary: "A new version of the rules; it is in force from then on",
  request: { body: { content: { "application/json": { schema: NewAdRules } } } },
  responses: answersChange(AdRulesBody, "409 where there is this version already"),
});

const preview = createRoute({
  method: "post",
  path: "/preview",
  summary: "What other rules would change; nothing is kept",
  request: { body: { content: { "application/json": { schema: AdPreviewAsked } } } },
  responses: answers(AdPreview, "Sums before and after, and the roads that stand otherwise"),
});

export function adRulesRoutes({ city, ads }: Pick<Deps, "city" | "ads">) {
  return documentedRoutes([
    [
      list,
      async (c) => {
        readQuery(c, []);
        return c.json(await rulesBody({ city, ads }), 200);
      },
      "plan-ads",
    ],
    [
      save,
      async (c) => {
        readQuery(c, []);
        const { rules, reason } = await readBody(c, NewAdRules);
        const { packRules } = await ads.ready();
        const viewer = viewerOf(c);
        const taken = packRules ? [packRules.version] : [];
        await saveAdRules({ city, actor: viewer.account, viewer }, rules, taken, reason);
        return c.json(await rulesBody({ city, ads }), 200);
      },
      "plan-ads",
    ],
    [
      preview,
      async (c) => {
        readQuery(c, []);
        const { rules } = await readBody(c, AdPreviewAsked);
        const { rules: inForce } = await ads.ready();
        const text = await ads.text("preview", { inForce, rules });
        return c.body(text, 200, { "Content-Type": "application/json" });
      },
      "plan-ads",
    ],
  ]);
}

async function rulesBody({ city, ads }: Pick<Deps, "city" | "ads">): Promise<AdRulesBody> {
  const { rules, packRules } = await ads.ready();
  const saved = await city.storage.adRuleSets();
  const fromPack = packRules && {
    version: packRules.version,
    issuedOn: packRules.issuedOn,
    source: packRules.source,
    savedAt: null,
    savedBy: null,
  };
  const versions = saved.map(({ version, rules: set, savedAt, actorName }) => {
    const { issuedOn, source } = set as { issuedOn: string; source: string };
    return { version, issuedOn, source, savedAt: city.clock.toIso(savedAt), savedBy: actorName };
  });
  return {
    active: rules,
    versions: fromPack ? [...versions, fromPack] : versions,
    examples: await readRuleExamples(),
  };
}
