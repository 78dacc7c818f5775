import { Text } from "@mantine/core";

/** Said where somebody sees what they may not change: who may. */
export function Only({ who }: { readonly who: "an admin" | "a lead or an admin" }) {
  return (
    <Text c="dimmed" fz="sm" role="note">
      Only {who} may change this.
    </Text>
  );
}
