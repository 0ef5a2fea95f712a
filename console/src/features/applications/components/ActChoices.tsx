import { useQuery } from "@tanstack/react-query";
import { useHttp } from "../../../lib/api.tsx";
import type { ControlProps } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import type { ActValues } from "../act-form.ts";
import { handlersQuery, unitsQuery } from "../api/choices.ts";

interface OneOfProps {
  readonly control: ControlProps;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** One of a few. */
export function OneOf({ control, value, options, onChange }: OneOfProps) {
  return (
    <Select
      {...control}
      placeholder="请选择"
      value={value === "" ? null : value}
      onChange={(chosen: string) => onChange(chosen)}
      options={[...options]}
      notFoundContent="没有可选的内容"
    />
  );
}

interface ChoiceProps {
  readonly agency: string;
  readonly control: ControlProps;
  readonly values: ActValues;
  readonly onChange: (change: Partial<ActValues>) => void;
}

/** Who is to handle the case; the division of the post comes with the person. */
export function HandlerPick({ agency, control, values, onChange }: ChoiceProps) {
  const posts = useQuery(handlersQuery(useHttp(), agency)).data?.posts ?? [];
  const people = [...new Map(posts.map((post) => [post.holder.id, post])).values()];
  return (
    <OneOf
      control={control}
      value={values.handlerId}
      options={people.map(({ holder, unit }) => ({
        value: holder.id,
        label: unit === null ? holder.name : `${holder.name}（${unit.name}）`,
      }))}
      onChange={(handlerId) =>
        onChange({ handlerId, unitId: people.find(({ holder }) => holder.id === handlerId)?.unit?.id ?? values.unitId })
      }
    />
  );
}

/** Divisions of the organ: the one that handles the case, or those that help. */
export function UnitPick({ agency, name, control, values, onChange }: ChoiceProps & { readonly name: "unitId" | "cooperatingUnitIds" }) {
  const units = (useQuery(unitsQuery(useHttp(), agency)).data?.units ?? []).filter(({ closedOn }) => closedOn === null);
  const options = units.map(({ id, name: label }) => ({ value: id, label }));
  if (name === "unitId")
    return <OneOf control={control} value={values.unitId} options={options} onChange={(unitId) => onChange({ unitId })} />;
  return (
    <Select
      {...control}
      mode="multiple"
      placeholder="不需要协办的不选"
      value={[...values.cooperatingUnitIds]}
      onChange={(cooperatingUnitIds: string[]) => onChange({ cooperatingUnitIds })}
      options={options}
      notFoundContent="本机关还没有内设机构"
    />
  );
}
