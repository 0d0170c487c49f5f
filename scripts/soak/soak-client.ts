import { defaultScreen } from "../../domain/screen/default-screen.ts";
import type { ScreenPlan } from "../../domain/screen/screen-plan.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Answer = { readonly status: number; readonly body: Record<string, unknown> };

/** Somebody who works with the server while the wall hangs there: in the demo the operator, and once its administrator. */
export class SoakClient {
  readonly #url: () => string;
  #cookie = "";

  constructor(url: () => string) {
    this.#url = url;
  }

  /** Null when the connection broke. */
  async send(method: Method, path: string, body?: unknown, version = "*"): Promise<Answer | null> {
    try {
      const response = await fetch(`${this.#url()}${path}`, {
        method,
        headers: {
          "content-type": "application/json",
          "if-match": version,
          origin: this.#url(),
          ...(this.#cookie !== "" && { cookie: this.#cookie }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
      });
      const cookies = response.headers.getSetCookie();
      if (path === "/api/account/demo") {
        this.#cookie = cookies.map((each) => each.split(";")[0]).join("; ");
      }
      const text = await response.text();
      return { status: response.status, body: text === "" ? {} : JSON.parse(text) };
    } catch {
      return null;
    }
  }

  async expect(method: Method, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const answer = await this.send(method, path, body);
    if (answer === null || answer.status >= 400) {
      throw new Error(`${method} ${path}: ${answer?.status} ${JSON.stringify(answer?.body)}`);
    }
    return answer.body;
  }

  /** Every scene in a few seconds, two zones in turn; rotation goes on soon after a touch. */
  async shortenScenes(sceneS: number, zones: readonly string[]): Promise<void> {
    const scenes = defaultScreen.scenes.map((scene) => ({
      ...scene,
      durationS: sceneS,
      ...(scene.kind === "zone-tour" && { filter: { zone: zones.join() } }),
    }));
    const plan: ScreenPlan = {
      ...defaultScreen,
      scenes,
      rotation: { resumeAfterS: 5, flyS: 5 },
      snapshots: { ...defaultScreen.snapshots, times: [] },
    };
    await this.expect("PUT", "/api/screen", plan);
  }

  /** A wall's token, and the id to withdraw it by. */
  async addWall(account: string): Promise<{ readonly id: string; readonly token: string }> {
    const { id, token } = await this.expect("POST", "/api/accounts/walls", { account });
    return { id: String(id), token: String(token) };
  }
}
