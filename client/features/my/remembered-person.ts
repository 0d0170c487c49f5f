const KEY = "wangge.my.person";

/** Whom this phone belongs to, as chosen last. Storage may be refused, then it is asked each time. */
export function rememberedPerson(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberPerson(person: string | null): void {
  try {
    if (person === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, person);
  } catch {
    // Not kept.
  }
}
