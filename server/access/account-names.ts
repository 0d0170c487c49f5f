import { DomainError } from "../../domain/errors.ts";
import { passwordLength, USERNAME, usernameLength } from "./auth-server.ts";

/** Throws `password-length`. */
export function checkPassword(password: string): void {
  const { min, max } = passwordLength;
  if (password.length >= min && password.length <= max) return;
  throw new DomainError("password-length", { min, max });
}

/** Throws `account-name`. Small letters are what is kept, and are not always as many, nor all letters: `İ` is two. */
export function checkName(account: string): void {
  const { min, max } = usernameLength;
  const kept = account.toLowerCase();
  const isShort = account.length >= min && kept.length <= max;
  if (!isShort || !USERNAME.test(account) || !USERNAME.test(kept))
    throw new DomainError("account-name", { account });
}
