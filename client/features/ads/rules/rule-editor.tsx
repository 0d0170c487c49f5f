import { type ReactNode, useEffect, useRef, useState } from "react";
import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { BoardsSection } from "./boards-section.tsx";
import { ClassesSection } from "./classes-section.tsx";
import { FormsSection } from "./forms-section.tsx";
import { GeneralSection } from "./general-section.tsx";
import { PlacesSection } from "./places-section.tsx";
import { PreviewColumn } from "./preview-column.tsx";
import { RoadsSection } from "./roads-section.tsx";
import type { DraftRules } from "./rule-draft.ts";
import { SaveForm } from "./save-form.tsx";
import type { SectionProps } from "./section.tsx";
import { SourcesSection } from "./sources-section.tsx";
import { ExampleNote, type Start, StartFrom } from "./start-from.tsx";
import { ThemesSection } from "./themes-section.tsx";
import type { RuleDesk } from "./use-rule-desk.ts";
import { VersionList } from "./version-list.tsx";
import { WindowsSection } from "./windows-section.tsx";

const sections = [
  "roads",
  "classes",
  "windows",
  "places",
  "themes",
  "boards",
  "forms",
  "general",
  "sources",
] as const;
type Section = (typeof sections)[number];

type RuleEditorProps = { readonly desk: RuleDesk; readonly onClose: () => void };

/** Every kind of rule, what a change would do, and how to make it a version. The draft outlives the window. */
export function RuleEditor({ desk, onClose }: RuleEditorProps) {
  const text = useAdsRulesText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [section, setSection] = useState<Section>("roads");
  const [start, setStart] = useState<{ from: Start; rules: DraftRules }>({
    from: desk.body.active ? "active" : "blank",
    rules: desk.inForce,
  });
  const example = desk.body.examples.find(({ id }) => start.from === `example:${id}`);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="rule-editor" aria-labelledby="editor-title" onClose={onClose}>
      <header>
        <h2 id="editor-title">{text.editor.title}</h2>
        <p className="muted">{text.editor.hint}</p>
        <span className="grow" />
        <StartFrom
          desk={desk}
          start={start.from}
          onStart={(from, rules) => {
            setStart({ from, rules });
            desk.change(rules);
          }}
        />
        <button
          type="button"
          className="plain"
          aria-label={text.editor.close}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <div className="rule-editor-main">
        {example && <ExampleNote example={example} />}
        <SectionSwitch section={section} onChange={setSection} />
        <EditedSection section={section} desk={desk} start={start.rules} />
      </div>
      <div className="rule-editor-side">
        <div className="rule-told">
          <PreviewColumn desk={desk} />
          <VersionList body={desk.body} />
        </div>
        <SaveForm desk={desk} />
      </div>
    </dialog>
  );
}

type SectionSwitchProps = {
  readonly section: Section;
  readonly onChange: (section: Section) => void;
};

function SectionSwitch({ section, onChange }: SectionSwitchProps) {
  const text = useAdsRulesText().editor;
  return (
    <fieldset className="ads-switch" aria-label={text.sections}>
      {sections.map((each) => (
        <button
          type="button"
          key={each}
          aria-pressed={each === section}
          onClick={() => onChange(each)}
        >
          {text.section[each]}
        </button>
      ))}
    </fieldset>
  );
}

type EditedSectionProps = {
  readonly section: Section;
  readonly desk: RuleDesk;
  readonly start: DraftRules;
};

function EditedSection({ section, desk: { rules, change }, start }: EditedSectionProps) {
  const given: SectionProps = { rules, onChange: change };
  const parts: Readonly<Record<Section, () => ReactNode>> = {
    roads: () => <RoadsSection {...given} />,
    classes: () => <ClassesSection {...given} />,
    windows: () => <WindowsSection {...given} />,
    places: () => <PlacesSection {...given} />,
    themes: () => <ThemesSection {...given} />,
    boards: () => <BoardsSection {...given} />,
    forms: () => <FormsSection {...given} />,
    general: () => <GeneralSection {...given} />,
    sources: () => <SourcesSection {...given} start={start} />,
  };
  return parts[section]();
}
