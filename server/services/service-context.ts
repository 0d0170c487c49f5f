import type { City } from "../city/city.ts";

/** What a verb that changes state is given: the city, and who acts. */
export type ServiceContext = { readonly city: City; readonly actor: string };
