import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { inHandQuery } from "../../api/field-queries.ts";
import { ApiError } from "../../api/http.ts";
import type { FieldUrl } from "../../state/field-url.ts";
import { useFieldText } from "../../text/field-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { useFieldCity } from "./field-city.ts";
import { FieldPage } from "./field-page.tsx";
import { OrderOfNumber } from "./order-of-number.tsx";
import { OrdersView } from "./orders-view.tsx";

/** 我的工单: what a unit has in hand, by deadline, and its report when it is done. */
export function OrdersPage() {
  return (
    <FieldPage page="orders">
      <Orders />
    </FieldPage>
  );
}

function Orders() {
  const { unit }: FieldUrl = useSearch({ strict: false });
  const { number } = useParams({ strict: false }) as { readonly number?: string };
  const { viewer } = useFieldCity();
  const { field: text } = useFieldText();
  const isNobodys = viewer.unitId === null && unit === undefined && number === undefined;
  if (isNobodys) return <ChooseUnit said={text.noUnit} />;
  if (number !== undefined) return <OrderOfNumber number={number} unit={unit} />;
  return <OrdersInHand unit={unit} />;
}

function OrdersInHand({ unit }: { readonly unit: string | undefined }) {
  const found = useQuery(inHandQuery(unit));
  const { error } = found;
  const isUnknown = error instanceof ApiError && [400, 404].includes(error.status);
  if (isUnknown && !found.data) return <ChooseUnit said={error.message} />;
  return (
    <main className="field">
      <AsyncState
        isLoading={found.isPending}
        error={found.data ? null : error}
        lines={8}
        onRetry={() => void found.refetch()}
      >
        {found.data && <OrdersView inHand={found.data} />}
      </AsyncState>
    </main>
  );
}

/** For accounts of no unit: the office looks at what a unit sees. */
function ChooseUnit({ said }: { readonly said: string }) {
  const { field: text } = useFieldText();
  const { city } = useFieldCity();
  const navigate = useNavigate();
  return (
    <main className="field">
      <section className="phone-section">
        <p className="field-hint">{said}</p>
        <label className="field-label">
          {text.chooseUnit}
          <select
            className="field-select"
            defaultValue=""
            onChange={({ target }) =>
              void navigate({
                to: "/orders",
                search: (before: object) => ({ ...before, unit: target.value }),
              })
            }
          >
            <option value="" disabled>
              {text.chooseUnit}
            </option>
            {city.units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </section>
    </main>
  );
}
