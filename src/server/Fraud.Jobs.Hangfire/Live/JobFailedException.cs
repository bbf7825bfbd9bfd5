namespace Fraud.Jobs.Hangfire;

/// <summary>Tells Hangfire that a turn failed, so that it is tried again; why is in the log.</summary>
internal sealed class JobFailedException(string job) : Exception($"The job {job} failed; the log says why.");
