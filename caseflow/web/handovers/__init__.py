"""The pages of handovers: send her on with a slip, and answer what others send."""
