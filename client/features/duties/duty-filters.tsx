import { dutyRoles } from "../../../domain/duty.ts";
import { useDutiesUrl } from "../../state/duties-url.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { DayField } from "./day-field.tsx";

/** Role, unit, a word, and the day whose holders are shown. */
export function DutyFilters() {
  const text = useDutiesText();
  const { filter } = text.duties;
  const { city } = useRunning();
  const format = useCityFormat();
  const [url, set] = useDutiesUrl();
  const isAll = url.all === "1";
  const hasAny = [url.role, url.unit, url.q, url.on, url.all].some((value) => value !== undefined);
  return (
    <div className="task-tools duty-filters">
      <label>
        {filter.role}
        <select
          value={url.role ?? ""}
          onChange={({ target }) => set({ role: target.value || undefined })}
        >
          <option value="">{filter.allRoles}</option>
          {dutyRoles.map((role) => (
            <option key={role} value={role}>
              {text.roles[role]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {filter.unit}
        <select
          value={url.unit ?? ""}
          onChange={({ target }) => set({ unit: target.value || undefined })}
        >
          <option value="">{filter.allUnits}</option>
          {city.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <input
        type="search"
        className="duty-find"
        aria-label={filter.find}
        placeholder={filter.find}
        value={url.q ?? ""}
        onChange={({ target }) => set({ q: target.value || undefined })}
      />
      <label>
        <input type="radio" name="span" checked={!isAll} onChange={() => set({ all: undefined })} />
        {filter.holding}
      </label>
      <DayField
        label={filter.on}
        isDisabled={isAll}
        value={url.on ?? format.date(format.instant(city.now))}
        onChange={(day) => set({ on: day || undefined })}
      />
      <label>
        <input type="radio" name="span" checked={isAll} onChange={() => set({ all: "1" })} />
        {filter.all}
      </label>
      {hasAny && (
        <button
          type="button"
          className="link"
          onClick={() =>
            set({ role: undefined, unit: undefined, q: undefined, on: undefined, all: undefined })
          }
        >
          {filter.clear}
        </button>
      )}
    </div>
  );
}
