namespace Fraud.Storage;

/// <summary>The store cannot work: disk full, folder not writable, database unreachable or damaged. The message is one sentence that says what to do; nothing was half-written.</summary>
public sealed class StorageException : Exception
{
    /// <summary>With the sentence for the operator.</summary>
    public StorageException(string message)
        : base(message)
    {
    }

    /// <summary>With the sentence for the operator and what caused it.</summary>
    public StorageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
