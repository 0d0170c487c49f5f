import type { RecurrenceSummary } from "../../../../domain/contract/recurrence.ts";
import { count } from "../../../../domain/text/count.ts";
import { summaryQuery } from "../../../api/recurrence-queries.ts";
import { ClassMark } from "../../../ui/class-mark.tsx";
import { definePanel, type PanelProps } from "./panel.ts";

const shown = ["new", "intensifying", "persistent", "easing", "resolved"] as const;

/** How many places there are of each class that calls for something, and of those that were cured. */
export const classes = definePanel({
  id: "classes",
  title: (text) => text.screen.classes.title,
  isBare: true,
  query: ({ filter }) => summaryQuery(filter),
  why: ({ screen }) => [`${screen.classes.title}：${screen.classes.why}`],
  View: ClassesView,
});

function ClassesView({ data, scope }: PanelProps<RecurrenceSummary>) {
  return (
    <dl className="wall-classes">
      {shown.map((name) => (
        <div key={name}>
          <dt>
            <ClassMark name={name} /> {scope.text.screen.classes.names[name]}
          </dt>
          <dd>{count(data.byClass.find((each) => each.class === name)?.places ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
