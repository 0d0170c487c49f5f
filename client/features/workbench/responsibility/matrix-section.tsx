import { useQuery } from "@tanstack/react-query";
import { matrixQuery } from "../../../api/responsibility-queries.ts";
import { useFilter } from "../../../state/workbench-state.ts";
import { useResponsibilityText } from "../../../text/responsibility-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { MatrixFoot } from "./matrix-foot.tsx";
import { MatrixTable } from "./matrix-table.tsx";

/** 条块矩阵: every cell is a filter. */
export function MatrixSection() {
  const { responsibility: text } = useResponsibilityText();
  const { data, error, isPending, refetch } = useQuery(matrixQuery(useFilter()));
  return (
    <section>
      <header className="section-title">
        <h3>{text.matrix.title}</h3>
        <span>{text.matrix.unit}</span>
      </header>
      <AsyncState isLoading={isPending} error={error} lines={8} onRetry={() => void refetch()}>
        {data && (
          <>
            <MatrixTable matrix={data} />
            <p className="hint-line" id="matrix-caption">
              {text.matrix.caption}
            </p>
            <MatrixFoot matrix={data} />
          </>
        )}
      </AsyncState>
    </section>
  );
}
