import type { ComponentType } from "react";
import type { ScenePanel } from "../../../../domain/screen/scene.ts";
import type { FilterParams } from "../../../state/url-state.ts";
import type { ScreenText } from "../../../text/screen-text.ts";
import type { ScreenScope } from "../screen-scope.ts";
import type { Question } from "../use-standing-answer.ts";

/** What a panel draws from: its data, how many rows there is room for, and the step's scope. */
export type PanelProps<Data> = {
  readonly data: Data;
  readonly rows: number;
  readonly hasDetail: boolean;
  readonly scope: ScreenScope;
};

type PanelSpec<Id extends ScenePanel, Data> = {
  readonly id: Id;
  readonly title: (text: ScreenText) => string;
  /** Period and unit, and of how many rows these are some, right of the title; before there is data it may say less. */
  note?(scope: ScreenScope, data: Data | undefined, rows: number): string;
  /** Lists whose title would say nothing more than their rows. */
  readonly isBare?: boolean;
  query(scope: ScreenScope): Question<Data>;
  /** The filter that its numbers are of, where it is not the scene's. */
  counts?(scope: ScreenScope): FilterParams;
  /** Words for having nothing to show; null where there is something. */
  empty?(data: Data, text: ScreenText): string | null;
  /** How its numbers are made, a sentence each. */
  why(text: ScreenText, data: Data | undefined): readonly string[];
  readonly View: ComponentType<PanelProps<Data>>;
};

/** A panel whose data type is known only to itself: what `query` yields is what `View` takes. */
export type Panel<Id extends ScenePanel = ScenePanel> = PanelSpec<Id, unknown>;

/** Hides `Data`; safe because the frame only ever hands a panel its own loaded value. */
export function definePanel<const Id extends ScenePanel, Data>(
  spec: PanelSpec<Id, Data>,
): Panel<Id> {
  return spec as unknown as Panel<Id>;
}
