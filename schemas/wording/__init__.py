"""Conditions, errors and edge labels in Japanese and English words."""
