import { useDutiesUrl } from "../../state/duties-url.ts";
import type { WorkbenchUrl } from "../../state/url-state.ts";

/** Theme and language, as they go along with a link to another page. */
export function useLook(): Pick<WorkbenchUrl, "theme" | "lang"> {
  const [{ theme, lang }] = useDutiesUrl();
  return { ...(theme !== undefined && { theme }), ...(lang !== undefined && { lang }) };
}
