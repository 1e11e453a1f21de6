"""Conditions, errors and edges in words of Japanese and English."""
