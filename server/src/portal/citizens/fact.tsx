/** A line of a list of facts; left out when there is nothing to say. */
export function Fact({ name, value }: { readonly name: string; readonly value: string | null }) {
  if (value === null) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd class="citizen-typed">{value}</dd>
    </div>
  );
}
