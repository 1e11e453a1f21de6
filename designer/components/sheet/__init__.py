"""The sheets: operations cards, failures and the input contract as tables, filled in by keyboard."""
