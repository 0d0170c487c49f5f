import { useQuery } from "@tanstack/react-query";
import {
  noticeFileUrl,
  ORDERS_LISTED,
  ordersQuery,
  paperEndings,
} from "../../api/order-queries.ts";
import { useLook } from "../../shell/look.ts";
import { useDownload } from "../../shell/use-download.ts";
import { usePapersUrl } from "../../state/papers-url.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { usePapersText } from "../../text/papers-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { DownloadLine } from "./download-line.tsx";
import { OrderTable } from "./order-table.tsx";

/** Work orders of a unit or of all, and the notice of what a unit has not done. */
export function OrderTab() {
  const { papers: text } = usePapersText();
  const [url, set] = usePapersUrl();
  const isOpenOnly = url.open !== "all";
  const { data, error, refetch } = useQuery(ordersQuery(url.unit, isOpenOnly));
  return (
    <div className="map-tab">
      <aside className="paper-side">
        <UnitField />
        <ChoiceField
          name="open"
          label={text.orders.which}
          values={["open", "all"] as const}
          value={isOpenOnly ? "open" : "all"}
          words={text.orders.whichOnes}
          onChange={(which) => set({ open: which === "all" ? "all" : undefined })}
        />
        <NoticeForm />
      </aside>
      <section className="paper-list">
        <AsyncState
          isLoading={!data && !error}
          error={data ? null : error}
          isEmpty={data?.orders.length === 0}
          empty={
            <div className="paper-empty">
              <strong>{isOpenOnly ? text.orders.noneOpen : text.orders.none}</strong>
              <p>{text.orders.noneHint}</p>
            </div>
          }
          lines={8}
          onRetry={() => void refetch()}
        >
          {data && <OrderTable orders={data.orders} />}
          {data?.orders.length === ORDERS_LISTED && (
            <p className="muted">{text.orders.listed(ORDERS_LISTED)}</p>
          )}
        </AsyncState>
      </section>
    </div>
  );
}

function UnitField() {
  const { papers: text } = usePapersText();
  const { city } = useRunning();
  const [url, set] = usePapersUrl();
  return (
    <label className="paper-field">
      {text.orders.unit}
      <select
        value={url.unit ?? ""}
        onChange={({ target }) => set({ unit: target.value || undefined })}
      >
        <option value="">{text.orders.allUnits}</option>
        {city.units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** 督查通知书 of the unit that is chosen. */
function NoticeForm() {
  const { papers: text } = usePapersText();
  const { language } = useLook();
  const { city } = useRunning();
  const format = useCityFormat();
  const [{ unit, by }, set] = usePapersUrl();
  const { download, start, cancel } = useDownload();
  const isIdle = download.state !== "working";
  return (
    <section className="paper-notice" aria-labelledby="paper-notice-title">
      <h2 id="paper-notice-title">{text.orders.notice}</h2>
      <p className="muted">
        {unit === undefined ? text.orders.noticeNeedsUnit : text.orders.noticeOf(format.unit(unit))}
      </p>
      <label className="paper-field">
        {text.orders.by}
        <input
          type="date"
          value={by ?? ""}
          min={format.date(format.instant(city.now))}
          onChange={({ target }) => set({ by: target.value || undefined })}
        />
      </label>
      <div className="paper-acts">
        {paperEndings.map((ending) => (
          <button
            type="button"
            key={ending}
            className={ending === "pdf" ? "button primary" : "button"}
            disabled={unit === undefined || !isIdle}
            onClick={() =>
              unit !== undefined && start(noticeFileUrl({ unit, by }, ending, language))
            }
          >
            {text.orders.download(ending.toUpperCase())}
          </button>
        ))}
      </div>
      <DownloadLine download={download} onCancel={cancel} />
      <p className="muted">{text.orders.noticeHint}</p>
    </section>
  );
}
