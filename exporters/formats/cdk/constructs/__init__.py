"""The definition as constructs of the CDK in TypeScript: states, chains, choices, retriers and catchers."""
