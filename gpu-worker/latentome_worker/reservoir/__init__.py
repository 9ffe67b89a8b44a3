"""Reservoir tasks on many circuits at once; the twin of core/reservoir."""
