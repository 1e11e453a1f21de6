"""Conditions of Choice rules."""
