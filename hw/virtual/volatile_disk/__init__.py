"""A disk whose write cache is volatile, for power cuts that are honest; `volatile-disk` in the folder above runs it."""
