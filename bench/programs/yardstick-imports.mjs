// What an adapter cannot do without: the yardstick of its import.
import 'axios';
import 'zod';
import 'p-retry';
