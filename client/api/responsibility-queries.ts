import { queryOptions } from "@tanstack/react-query";
import {
  DutyMatrixBody,
  HolderList,
  UnheldSections,
} from "../../domain/contract/responsibility.ts";
import type { FilterParams } from "../state/url-state.ts";
import { getJson } from "./http.ts";
import { STILL } from "./queries.ts";

export const matrixQuery = ({ line: _, block: __, ...filter }: FilterParams) =>
  queryOptions({
    queryKey: ["matrix", filter],
    queryFn: ({ signal }) => getJson("responsibility/matrix", filter, DutyMatrixBody, signal),
    ...STILL,
  });

export const holdersQuery = (filter: FilterParams, role: string) =>
  queryOptions({
    queryKey: ["holders", role, filter],
    queryFn: ({ signal }) =>
      getJson("responsibility/holders", { ...filter, role }, HolderList, signal),
    ...STILL,
  });

export const unheldSectionsQuery = (asOf: string | undefined) =>
  queryOptions({
    queryKey: ["unheld-sections", asOf?.slice(0, 10)],
    queryFn: ({ signal }) =>
      getJson("responsibility/sections-without-chief", { asOf }, UnheldSections, signal),
    ...STILL,
  });
