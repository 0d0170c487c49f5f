import { queryOptions } from "@tanstack/react-query";
import { CaseRates } from "../../domain/contract/cases.ts";
import { getJson, type Query } from "./http.ts";
import { STILL } from "./queries.ts";

export const caseRatesQuery = (query: Query) =>
  queryOptions({
    queryKey: ["case-rates", query],
    queryFn: ({ signal }) => getJson("cases/rates", query, CaseRates, signal),
    ...STILL,
  });
