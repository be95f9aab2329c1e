"""From a finding to the printed lines: its operands, where each stands, and the lines around them."""
