"""The pages of an emergency: in danger to life or limb, and afterwards."""
