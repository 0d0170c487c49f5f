const TRIED = "wangge.wall-build";

/** The first script of the page, as the server knows its build by. */
export function ownBuild(document: Document): string {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  return script ? new URL(script.src, document.baseURI).pathname : "";
}

/** Where it is kept which build was loaded for already. */
type Memory = Pick<Storage, "getItem" | "setItem">;

/**
 * Whether the page is to be loaded anew because the server has pages of another build. Each build is tried once: one that
 * cannot be loaded leaves the wall as it is. Pages that are not built, as while developing, never ask for it.
 */
export class BuildWatch {
  readonly own: string;
  readonly #memory: Memory;
  #wanted: string | null = null;

  constructor(own: string, memory: Memory) {
    this.own = own;
    this.#memory = memory;
  }

  hear(build: string): void {
    const isBuilt = this.own.startsWith("/assets/") && build.startsWith("/assets/");
    const isOther = isBuilt && build !== this.own;
    this.#wanted = isOther && this.#tried() !== build ? build : null;
  }

  get isStale(): boolean {
    return this.#wanted !== null;
  }

  /** Notes what the page is loaded anew for; false where that was tried before. */
  begin(): boolean {
    if (this.#wanted === null) return false;
    try {
      this.#memory.setItem(TRIED, this.#wanted);
    } catch {
      return false;
    }
    return true;
  }

  #tried(): string | null {
    try {
      return this.#memory.getItem(TRIED);
    } catch {
      return null;
    }
  }
}
