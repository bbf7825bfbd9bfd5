using Fraud.CrashChild;

return await Workload.RunAsync(folder: args[0], seed: int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture));
