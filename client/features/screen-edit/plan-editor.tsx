import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ScreenBody } from "../../../domain/contract/screen.ts";
import type { ScreenPlan } from "../../../domain/screen/screen-plan.ts";
import { DeskTabs, PANEL_ID, tabId } from "../../shell/desk-tabs.tsx";
import { useScreenEditText } from "../../text/screen-edit-text.ts";
import { AlertRules } from "./alert-rules.tsx";
import { isNamed } from "./draft-plan.ts";
import { SceneForm } from "./scene-form.tsx";
import { SceneList } from "./scene-list.tsx";
import { ScenePreview } from "./scene-preview.tsx";
import { TurnSettings } from "./turn-settings.tsx";
import { usePlanDraft } from "./use-plan-draft.ts";

export type PlanProps = {
  readonly plan: ScreenPlan;
  readonly onChange: (plan: ScreenPlan) => void;
};

const tabs = ["scenes", "alerts", "settings"] as const;

export function PlanEditor({ standing }: { readonly standing: ScreenBody }) {
  const text = useScreenEditText().screenEdit;
  const draft = usePlanDraft(standing);
  const [tab, setTab] = useState<(typeof tabs)[number]>("scenes");
  const { plan, change } = draft;
  return (
    <>
      <DeskTabs
        label={text.title}
        titles={text.tabs}
        names={tabs}
        current={tab}
        onChoose={setTab}
      />
      <SaveLine standing={standing} draft={draft} />
      <main id={PANEL_ID} role="tabpanel" aria-labelledby={tabId(tab)} className={`is-${tab}`}>
        {tab === "scenes" && <ScenesTab plan={plan} onChange={change} />}
        {tab === "alerts" && <AlertRules plan={plan} onChange={change} />}
        {tab === "settings" && <TurnSettings plan={plan} onChange={change} />}
      </main>
    </>
  );
}

function ScenesTab({ plan, onChange }: PlanProps) {
  const [chosen, setChosen] = useState(plan.scenes[0]?.id);
  const scene = plan.scenes.find(({ id }) => id === chosen) ?? plan.scenes[0];
  return (
    <>
      <SceneList plan={plan} chosen={scene?.id} onChoose={setChosen} onChange={onChange} />
      {scene && <SceneForm key={scene.id} plan={plan} scene={scene} onChange={onChange} />}
      {scene && <ScenePreview scene={scene.id} />}
    </>
  );
}

type SaveLineProps = {
  readonly standing: ScreenBody;
  readonly draft: ReturnType<typeof usePlanDraft>;
};

function SaveLine({ standing, draft }: SaveLineProps) {
  const text = useScreenEditText().screenEdit;
  const { isChanged, isSaving, isSaved, isStale, error } = draft;
  const isSound = isNamed(draft.plan);
  const refusal = isStale ? text.stale : error ? `${text.failed}：${error.message}` : null;
  const state = isSound ? refusal : text.nameless;
  return (
    <div className="screens-save">
      <span className="muted">
        {text.origin[standing.origin]}
        {standing.version > 0 && ` · ${text.version(standing.version)}`}
      </span>
      <Link to="/screen" target="_blank">
        {text.open}
      </Link>
      <Link to="/remote">{text.remote}</Link>
      <span className="grow" />
      <span role="status" className={state ? "is-failed" : ""}>
        {state ?? (isChanged ? text.unsaved : isSaved ? text.saved : "")}
      </span>
      <button type="button" className="button" disabled={!isChanged} onClick={draft.reset}>
        {text.reset}
      </button>
      <button
        type="button"
        className="button primary"
        disabled={!isChanged || !isSound || isSaving}
        onClick={draft.save}
      >
        {isSaving ? text.saving : text.save}
      </button>
    </div>
  );
}
