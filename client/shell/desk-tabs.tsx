type DeskTabsProps<N extends string> = {
  /** What the tabs are of. */
  readonly label: string;
  readonly titles: Readonly<Record<N, string>>;
  readonly names: readonly N[];
  readonly current: N;
  readonly onChoose: (name: N) => void;
};

/** Ids that tie a page's panel to its tabs. */
export const PANEL_ID = "desk-panel";
export const tabId = (name: string) => `desk-tab-${name}`;

/** The tabs of a desk page; what is chosen fills the element with PANEL_ID. */
export function DeskTabs<N extends string>(props: DeskTabsProps<N>) {
  const { label, titles, names, current, onChoose } = props;
  return (
    <div className="desk-tabs" role="tablist" aria-label={label}>
      {names.map((name) => (
        <button
          type="button"
          role="tab"
          key={name}
          id={tabId(name)}
          aria-selected={name === current}
          aria-controls={PANEL_ID}
          onClick={() => onChoose(name)}
        >
          {titles[name]}
        </button>
      ))}
    </div>
  );
}
