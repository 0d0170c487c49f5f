import { useMemo } from "react";
import { expandScenes, type Step } from "../../../domain/screen/expand-scenes.ts";
import type { Rotation, RotationEvent } from "../../../domain/screen/rotation.ts";
import type { ScreenPlan } from "../../../domain/screen/screen-plan.ts";
import { zonesQuery } from "../../api/queries.ts";
import { useScreenUrl } from "../../state/screen-url.ts";
import type { Language } from "../../text/use-text.ts";
import { focusView } from "./focus-view.ts";
import type { ScreenScope } from "./screen-scope.ts";
import type { StepView } from "./step-view.ts";
import { useFaded } from "./use-faded.ts";
import { useRotation } from "./use-rotation.ts";
import { useScreenScope } from "./use-screen-scope.ts";
import { useStandingAnswer } from "./use-standing-answer.ts";
import { useStepView } from "./use-step-view.ts";

/** Whose turn it is on the wall, and what follows from it. */
export type Turn = {
  readonly rotation: Rotation;
  readonly dispatch: (event: RotationEvent) => void;
  /** What is shown: lags half a fade behind the rotation. */
  readonly step: Step | null;
  /** The step shown is on its way out. */
  readonly isGoing: boolean;
  readonly scope: ScreenScope;
  /** Of the whole city, whatever the step's filter. */
  readonly whole: ScreenScope;
  readonly view: StepView | null;
};

export function useTurn(plan: ScreenPlan, asOf: string, language: Language): Turn {
  const [url] = useScreenUrl();
  const of = { asOf, language, targets: plan.targets };
  const whole = useScreenScope({}, of);
  const steps = useSteps(plan, whole);
  const [rotation, dispatch] = useRotation(steps, plan.rotation, {
    scene: url.scene,
    isHeld: url.hold === "1",
  });
  const { steps: all, position, since: begun } = rotation;
  const wanted = useMemo(
    () => ({ step: all[position] ?? null, since: begun }),
    [all, position, begun],
  );
  const { shown, isGoing } = useFaded(wanted, (each) => each.step?.key ?? "");
  const { step, since } = shown;
  const scope = useScreenScope(step?.filter ?? {}, of);
  const stepView = useStepView(step, since, scope, (key) => dispatch({ kind: "empty", key }));
  const { focus } = rotation;
  const view = useMemo(() => (focus ? focusView(focus) : stepView), [focus, stepView]);
  return { rotation, dispatch, step, isGoing, scope, whole, view };
}

/** The steps of all scenes; zones come a moment later, and the same ones in a new answer are no new steps. */
function useSteps({ scenes }: ScreenPlan, whole: ScreenScope): readonly Step[] {
  const { data } = useStandingAnswer(whole, ({ filter }) => zonesQuery(filter, "zone"));
  const zones = data?.features.map(({ properties: { id, name } }) => ({ id, name })) ?? [];
  const key = JSON.stringify(zones);
  return useMemo(() => expandScenes(scenes, JSON.parse(key)), [scenes, key]);
}
